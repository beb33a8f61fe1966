// What only Slack needs said around the cards.
export const slack = {
  fillIn: "Fill in …",
  close: "Close",
  leftOut: "… there is more than Slack shows in one message.",
  noButtons: "Slack could not show the buttons. Type what you want, or “help”.",
  answeredInDm: "I answered you in our direct messages.",
  expired: "That took too long for Slack. Please press the button again.",
  cannotOpen: "This form cannot be opened any more. Ask for it again.",
  fileTooBig: (p: { megabytes: number }) => `That file is too big: the limit is ${p.megabytes} MB.`,
  fileUnreadable: "I could not fetch that file from Slack. Please try again.",
  fileLate: "Slack is slow with this file. Please submit again.",
  home: {
    title: "Ringside",
    intro: "I am in your corner. Write to me in the Messages tab, or press one of these:",
    commands: ["my leads", "new lead", "help"],
  },
};
