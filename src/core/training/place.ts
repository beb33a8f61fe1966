// Where an entry of the library is kept, as people who edit it look for it.
import type { Place } from "./library.ts";

/** The file as the library knows it, vertical/language/name, and the line: where this machine keeps it is nobody's business. */
export function placeWords({ file, line }: Pick<Place, "file" | "line">): string {
  return `${file.split(/[\\/]/).slice(-3).join("/")}:${line}`;
}
