// Which documents a search is narrowed to: sorted lists of rows per tag, intersected.

/** What a document can be narrowed by; a document without a key matches any value of it. */
export type Tags = Readonly<Record<string, readonly string[]>>;
/** One value per key, all of which must match. */
export type Filter = Readonly<Record<string, string>>;

export type PostingLists = {
  /** The rows a filter leaves, ascending; undefined when that is all of them. */
  match(filter: Filter): Uint32Array | undefined;
  /** Every row. */
  all: Uint32Array;
};

type Key = { byValue: Map<string, number[]>; free: number[] };

/** Lists the rows of every tag. */
export function createPostingLists(tags: readonly Tags[]): PostingLists {
  const all = Uint32Array.from(tags.keys());
  const keys = new Map<string, Key>();
  for (const name of new Set(tags.flatMap((each) => Object.keys(each)))) {
    keys.set(name, listKey(tags, name));
  }
  return {
    all,
    match(filter) {
      const lists = Object.entries(filter).flatMap(([name, value]) => {
        const key = keys.get(name);
        return key ? [merge(key.byValue.get(value) ?? [], key.free)] : [];
      });
      const [first, ...others] = lists.sort((one, other) => one.length - other.length);
      if (!first || first.length === all.length) return undefined;
      return others.reduce(intersect, Uint32Array.from(first));
    },
  };
}

function listKey(tags: readonly Tags[], name: string): Key {
  const key: Key = { byValue: new Map(), free: [] };
  for (const [row, each] of tags.entries()) {
    const values = each[name];
    if (!values || values.length === 0) key.free.push(row);
    for (const value of new Set(values)) {
      const list = key.byValue.get(value);
      if (list) list.push(row);
      else key.byValue.set(value, [row]);
    }
  }
  return key;
}

/** Two ascending lists without a common row, as one. */
function merge(one: number[], other: number[]): number[] {
  if (other.length === 0) return one;
  return [...one, ...other].sort((a, b) => a - b);
}

/** Both ascending; the shorter one first. */
function intersect(one: Uint32Array, other: ArrayLike<number>): Uint32Array<ArrayBuffer> {
  let at = 0;
  return one.filter((row) => {
    while (at < other.length && (other[at] as number) < row) at += 1;
    return other[at] === row;
  });
}
