// Words that every area uses.
export const common = {
  cancel: "Cancel",
  confirm: "Confirm",
  send: "Send",
  unknown: "not known",
  noData: "no data yet",
  ringside: "Ringside",
  fileNotSent: (p: { name: string }) =>
    `The file ${p.name} could not be sent here. Please tell whoever runs Ringside: the app may lack the permission for files.`,
  /** Between a name and a title. */
  comma: ", ",
};
