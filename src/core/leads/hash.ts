// A fair draw that is the same every time: for ties, where no name may always be first.

/** FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv/): spread, not security. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
