// What only Slack needs said around the cards.
export const slack = {
  fillIn: "Fill in …",
  close: "Close",
  working: "Still working on it …",
  done: "Done.",
  leftOut: "… there is more than Slack shows in one message.",
  noButtons: "Slack could not show the buttons. Type what you want, or “help”.",
  answeredInDm: "I answered you in our direct messages.",
  expired: "That took too long for Slack. Please press the button again.",
  cannotOpen: "This form cannot be opened any more. Ask for it again.",
  fileTooBig: (p: { megabytes: number }) => `That file is too big: the limit is ${p.megabytes} MB.`,
  fileUnreadable: "I could not fetch that file from Slack. Please try again.",
  fileLate: "Slack is slow with this file. Please submit again.",
  formInDm: "That took too long for Slack to open the form, so I put it into our direct messages.",
  voiceHeld:
    "I did not listen to that: I listen only to people who agreed to it. Agree in our direct messages, then send it again.",
  emptyHome: "Nothing waits for you here. Write to me in the Messages tab.",
  leftOutHome: "… there is more than Slack shows here. Ask me in the Messages tab.",
};
