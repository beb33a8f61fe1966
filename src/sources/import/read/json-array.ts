// A JSON array cut into its elements while it is read: the file may be larger than the memory.
import { Refused } from "../../../core/errors.ts";

type Piece = { line: number; text: string };

/** Longer than any element: what runs past it is a bracket that never closes. */
const maxElementLength = 16 * 1024 * 1024;

/** Cuts the text of one JSON array into the texts of its elements. Throws Refused where the array does not end. */
export async function* splitJsonArray(
  chunks: AsyncIterable<string>,
  name: string,
): AsyncGenerator<Piece> {
  const scan: Scan = { depth: 0, inString: false, escaped: false, line: 1, closed: false };
  for await (const chunk of chunks) {
    yield* cutChunk(scan, chunk);
    if (scan.closed || (scan.piece?.text.length ?? 0) > maxElementLength) break;
  }
  if (!scan.closed) throw endless(name, scan.piece?.line ?? scan.line);
}

type Scan = {
  depth: number;
  inString: boolean;
  escaped: boolean;
  line: number;
  closed: boolean;
  /** The element that has begun. */
  piece?: Piece | undefined;
};

function* cutChunk(scan: Scan, chunk: string): Generator<Piece> {
  let from = 0;
  for (let at = 0; at < chunk.length && !scan.closed; at += 1) {
    const letter = chunk[at] as string;
    if (isOfArray(scan, letter)) yield* endPiece(scan, chunk.slice(from, at));
    else if (beginsPiece(scan, letter)) from = at;
  }
  if (scan.piece) scan.piece.text += chunk.slice(from);
}

function* endPiece(scan: Scan, rest: string): Generator<Piece> {
  if (scan.piece) yield { line: scan.piece.line, text: scan.piece.text + rest };
  scan.piece = undefined;
}

function beginsPiece(scan: Scan, letter: string): boolean {
  if (scan.piece || letter.trim() === "") return false;
  scan.piece = { line: scan.line, text: "" };
  return true;
}

/** Moves on by one letter; true for the array's own brackets and commas, false within an element. */
function isOfArray(scan: Scan, letter: string): boolean {
  if (letter === "\n") scan.line += 1;
  if (scan.inString) return moveInString(scan, letter);
  if (letter === '"') scan.inString = true;
  if (letter === "{" || letter === "[") {
    scan.depth += 1;
    return scan.depth === 1;
  }
  if (letter === "}" || letter === "]") {
    scan.depth -= 1;
    scan.closed = scan.depth === 0;
    return scan.closed;
  }
  return letter === "," && scan.depth === 1;
}

function moveInString(scan: Scan, letter: string): false {
  if (scan.escaped) scan.escaped = false;
  else if (letter === "\\") scan.escaped = true;
  else if (letter === '"') scan.inString = false;
  return false;
}

function endless(name: string, line: number): Refused {
  return new Refused(
    "bad_json",
    `${name}: the JSON array does not end; what begins on line ${line} is never closed.`,
    { file: name, line },
  );
}
