// What only Lark needs said.
export const lark = {
  choose: "Choose …",
  sendFile: "Send the file in this chat.",
  cut: "Shortened to fit. Ask me for the rest.",
  working: "I am still working on that. The answer follows.",
  done: "Done.",
  checkForm: "Please look at the form again.",
  fileFailed: "I could not read that file. Please send it again (at most 30 MB).",
};
