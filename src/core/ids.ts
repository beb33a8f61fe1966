// Our ids: a prefix that says what it is, then time-sortable random.

export const idPrefixes = {
  account: "acc",
  contact: "con",
  product: "pro",
  lead: "led",
  deal: "dea",
  person: "per",
  team: "tea",
  touch: "tch",
  identity: "idn",
  consent: "cns",
  absence: "abs",
  audit: "aud",
  fieldValue: "fld",
  externalId: "ext",
  batch: "bat",
  weights: "wgt",
  assignment: "asg",
  ownerChange: "own",
  stageChange: "stg",
  dispute: "dsp",
  action: "act",
  outbox: "out",
  job: "job",
  sentCard: "snt",
  asset: "ast",
  message: "msg",
  key: "key",
  connection: "cnx",
  nudge: "ndg",
  preference: "prf",
  customerIdentity: "cid",
  merge: "mrg",
  ruleVersion: "rul",
  match: "mch",
  nextAction: "nxt",
} as const;

export type IdKind = keyof typeof idPrefixes;

/** Makes a new id of one kind, such as `led_01jd…`; later ids sort after earlier ones. */
export type NewId = (kind: IdKind) => string;
