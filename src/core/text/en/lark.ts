// What only Lark needs said.
export const lark = {
  choose: "Choose …",
  sendFile: "Send the file in this chat.",
  cut: "Shortened to fit. Ask me for the rest.",
  working: "I am still working on that. The answer follows.",
  task: "Open Ringside",
  done: "Done.",
  checkForm: "Please look at the form again.",
  renewed: "The earlier card could no longer be changed, so here it is again. Please use this one.",
  group: {
    hello:
      "Hello, I am Ringside, in the corner of everybody who sells here. Mention me and I answer you in our private chat: leads, customers and practice stay between us.",
    answered: "I answered you in our private chat.",
  },
  voice: {
    held: "I have not listened to your voice message yet",
    how: (p: { purpose: string }) =>
      `Nobody's voice is taken in without their yes. Write “privacy” and agree to “${p.purpose}”, then press the button. Or type it.`,
    listen: "I have agreed: listen now",
    notAgreed: "You have not agreed yet. Write “privacy” to do so.",
    listening: "Thank you. I am listening to it now.",
  },
  fileFailed: "I could not read that file. Please send it again (at most 30 MB).",
};
