// What a cell of Bitable holds, as one value: texts come in pieces, people and links as lists.

/** The cell as text or number; several people or pieces: the first person, the pieces together. */
export function fromCell(cell: unknown): unknown {
  if (!Array.isArray(cell)) return fromPiece(cell);
  const pieces = cell.map(fromPiece);
  const isText = cell.every(
    (piece) => typeof piece === "object" && piece !== null && "text" in piece,
  );
  return isText ? pieces.join("") : (pieces[0] ?? null);
}

function fromPiece(piece: unknown): unknown {
  if (typeof piece !== "object" || piece === null) return piece ?? null;
  const { text, id, value } = piece as { text?: unknown; id?: unknown; value?: unknown };
  return text ?? id ?? (value === undefined ? null : fromCell(value));
}

/** A value as a cell takes it; a person as a list of one. */
export function toCell(value: unknown, isPerson: boolean): unknown {
  if (!isPerson) return value;
  return value === null ? [] : [{ id: String(value) }];
}
