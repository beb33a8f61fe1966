// Why a file cannot be imported, in one sentence that says what to do, in English. Keys are the codes of Refused.
import { byName } from "../../by-name.ts";

export const importRefusals: Record<string, string> = byName({
  bad_csv: "This file is not readable as CSV. Save it again as “CSV UTF-8” and drop it here.",
  bad_json: "This file is not valid JSON. Export it again and drop it here.",
  encoding_unknown:
    "The letters in this file cannot be read. Save it as “CSV UTF-8” and drop it here.",
  file_empty: "This file is empty.",
  file_unreadable: "This file cannot be read. Drop it here again.",
  forbidden: "Only managers may import files. Send it to yours.",
  is_binary:
    "This is not a text file. Open it in Excel or WPS, save it as “CSV UTF-8” and drop that here.",
  is_excel: "This is an Excel workbook. Open it, save it as “CSV UTF-8” and drop that here.",
  is_zip: "This is an archive. Unpack it and drop the CSV file inside.",
  is_gzip: "This is an archive. Unpack it and drop the CSV file inside.",
  is_rar: "This is an archive. Unpack it and drop the CSV file inside.",
  is_7z: "This is an archive. Unpack it and drop the CSV file inside.",
  is_pdf: "This is a PDF. Export the data as CSV from where it comes from and drop that here.",
  is_database: "This is a database. Export the table as CSV and drop that here.",
  is_parquet: "This is a Parquet file. Export the table as CSV and drop that here.",
  kind_unknown:
    "The columns do not tell me what this file holds. Name them like name, company, e-mail, amount, stage.",
  no_rows: "This file has a header and no rows.",
  not_a_file: "This is not a file I can read.",
  not_csv: "This looks like text, not like a table. Drop a CSV file with one row per record.",
  quote_open:
    "A quotation mark in this file is never closed. Save it again as CSV and drop it here.",
  wrong_kind: "The columns do not fit what this file is said to hold.",
  given_up:
    "I tried eight times and could not finish. What was imported stays; drop the file again and it goes on from there.",
  otherwise: "This file cannot be imported. The operator finds the reason in the log.",
});
