// Words that every area uses.
export const common = {
  cancel: "Cancel",
  confirm: "Confirm",
  send: "Send",
  unknown: "not known",
  noData: "no data yet",
  ringside: "Ringside",
  /** Between a name and a title. */
  comma: ", ",
};
