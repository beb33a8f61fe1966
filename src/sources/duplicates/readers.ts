// Values as people and systems write them, in the one spelling that duplicates are found by.
import { pinyin } from "pinyin-pro";
import type { DuplicateReaders } from "../../core/identity/duplicates/customer-columns.ts";
import { isMasked } from "../import/values/masked.ts";
import { nameReaders } from "../touches/name-readers.ts";

export const duplicateReaders: DuplicateReaders = {
  ...nameReaders,
  /** Traditional and simplified characters are read alike; what is no Chinese stays as it is. */
  spell: (text) => pinyin(text, { toneType: "none", nonZh: "consecutive", v: true }).toLowerCase(),
  isMasked: (name) => isMasked(name, "name"),
};
