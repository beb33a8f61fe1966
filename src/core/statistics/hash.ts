// A fair draw that is the same every time: for ties, lots and hold-outs, where no name may always be first.

/** FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 letters: spread, not security. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Spread evenly over 32 bits, even for names that differ in their last letter: mixed by the last step of MurmurHash3
 * (Austin Appleby, public domain).
 */
export function lotOf(text: string): number {
  let hash = hashOf(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
