// A business licence as a model copied it from a picture: text to be checked, never to be trusted.
import { z } from "zod";
import type { Language } from "../../../model.ts";

/** Characters of one field; the longest addresses stay well below. */
const longest = 300;

/** One field: as printed on one line, without what no printer prints; null where it could not be read. */
const printed = z
  .string()
  .nullish()
  .transform((text) => {
    const line = (text ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
    return line === "" || line.length > longest ? null : line;
  });

/** What is asked of the model. */
export const licenceSchema = z.object({
  isLicence: z.boolean(),
  name: printed,
  creditCode: printed,
  legalRepresentative: printed,
  address: printed,
  capital: printed,
  established: printed,
});
export type Licence = z.output<typeof licenceSchema>;

/** The fields in the order people read them. */
export const licenceFields = [
  "name",
  "creditCode",
  "legalRepresentative",
  "address",
  "capital",
  "established",
] as const satisfies readonly (keyof Licence)[];

/** Why a picture was not read. */
export type LicenceFailure = "silent" | "refused" | "unread";

/** Reads pictures of licences (src/model/licence.ts); absent where no endpoint is configured. */
export interface LicenceReader {
  /** The host that pictures are sent to, for the people who send them. */
  readonly endpoint: string;
  read(picture: Picture, language: Language): Promise<Licence | { failure: LicenceFailure }>;
}

export type Picture = { bytes: Uint8Array; mediaType: PictureType };
export type PictureType = "image/png" | "image/jpeg" | "image/webp" | "image/gif";

/** What a file is by its first bytes, whatever its name says; nothing for what is no picture that models take. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "image/png";
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "image/gif";
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : undefined;
}

/** Whether a file is a PDF by its first bytes. */
export const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";

/** The year of a date as printed or as asked for; nothing for one that cannot be. */
export function yearOf(established: string | null, now: number): number | undefined {
  const year = Number(/(?<!\d)(1[89]\d\d|20\d\d)(?=\s*[-年./])/.exec(established ?? "")?.[1]);
  return year && year <= new Date(now).getUTCFullYear() ? year : undefined;
}
