// A decision carries its reasons as data; text is made from them per language and surface.

export type Reference = { kind: string; id: string };

/** Why: a factor or rule, what it measured, and what it looked at. */
export type Reason<Code extends string = string> = {
  code: Code;
  params: Record<string, string | number>;
  refs: Reference[];
};

export type Decision<Choice, Alternative = Choice> = {
  choice: Choice;
  reasons: Reason[];
  alternatives: Alternative[];
};
