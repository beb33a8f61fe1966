// A kind of thing nobody may say in a sale, whatever the trade and the words.

/** Any of `says` shows it, unless `unless` stands beside it. All are matched on folded text. */
export type ForbiddenKind = {
  id: string;
  /** The rule for every trade that it breaks where a playbook has none of the kind. */
  rule?: string;
  says: readonly RegExp[];
  unless?: RegExp;
};

/** A word of every group in `all` shows it, in any order, unless the sentence bounds it or denies it. */
export type ComposedKind = {
  id: string;
  rule: string;
  all: readonly RegExp[];
  unless?: RegExp;
  denial: RegExp;
};
