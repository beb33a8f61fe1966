// Files that are no text, by how they begin: each is refused with what to do instead.
import { Refused } from "../../../core/errors.ts";

type Signature = { bytes: readonly number[]; code: string; what: string; fix: string };

const asCsv =
  'open it, choose "Save as" or "Download as" and pick "CSV UTF-8", then import that file';
const unpack = "unpack it and import the CSV or JSON file inside";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** How files that are no text begin. */
const signatures: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 3, 4], code: "is_zip", what: "a ZIP archive", fix: unpack },
  { bytes: [0x50, 0x4b, 5, 6], code: "is_zip", what: "an empty ZIP archive", fix: unpack },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    code: "is_excel",
    what: "an old Excel workbook (.xls)",
    fix: asCsv,
  },
  {
    bytes: ascii("%PDF"),
    code: "is_pdf",
    what: "a PDF",
    fix: "export the data as CSV from where it comes from",
  },
  { bytes: [0x1f, 0x8b], code: "is_gzip", what: "a gzip archive", fix: unpack },
  { bytes: ascii("Rar!"), code: "is_rar", what: "a RAR archive", fix: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], code: "is_7z", what: "a 7-Zip archive", fix: unpack },
  {
    bytes: ascii("SQLite format 3"),
    code: "is_database",
    what: "an SQLite database",
    fix: "export the table as CSV",
  },
  {
    bytes: ascii("PAR1"),
    code: "is_parquet",
    what: "a Parquet file",
    fix: "export the table as CSV",
  },
];

/** Throws Refused, saying what the file is and what to do, when it is no text. */
export function refuseForeignContent(name: string, head: Uint8Array): void {
  const found = signatures.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (found) {
    const { code, what, fix } = isWorkbook(found, head) ? workbook : found;
    throw new Refused(code, `${name} is ${what}, not CSV or JSON: ${fix}.`, { file: name });
  }
  if (!hasTextMark(head) && head.includes(0)) {
    throw new Refused(
      "is_binary",
      `${name} holds binary data, not text: export it as CSV UTF-8 or as JSON.`,
      { file: name },
    );
  }
}

const workbook = {
  code: "is_excel",
  what: "an Excel workbook",
  fix: 'in Excel choose "Save as" and pick "CSV UTF-8", then import that file',
};

/** A workbook is a ZIP archive whose entries lie under xl/. */
function isWorkbook({ code }: Signature, head: Uint8Array): boolean {
  return code === "is_zip" && /xl\/|\[Content_Types\]/.test(Buffer.from(head).toString("latin1"));
}

/** UTF-16 is full of zero bytes and yet text; it says so with its byte order mark. */
function hasTextMark(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}
