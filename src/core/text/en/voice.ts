// Voice notes and dropped files, in English.
export const voice = {
  listening: "I am listening to your voice note …",
  heard: "You said",
  heardNote: "The recording is deleted.",
  nothingHeard: "I heard no words in that recording. It is deleted; say it again or type it.",
  unavailable:
    "Voice notes need a speech endpoint, and none is connected here (the operator sets SPEECH_BASE_URL). The recording is deleted; please type it.",
  failed: "The speech service did not answer. The recording is deleted; send it again or type it.",
  refused:
    "The speech service did not accept that recording. It is deleted; please type it. The operator finds the reason in the log.",
  tooBig: (p: { megabytes: number }) =>
    `That recording is too long: the limit is ${p.megabytes} MB. It is deleted; send a shorter one or type it.`,
  lost: "I no longer have that recording. Send it again or type it.",
  ask: {
    title: "May I turn your voice notes into text?",
    there: (p: { endpoint: string }) =>
      `A recording is sent to ${p.endpoint}, turned into text, and deleted. Only the words stay, as if you had typed them.`,
    here: "Your chat already turned this one into text. Only the words stay, as if you had typed them.",
    deleted:
      "This recording is deleted, because you have not agreed yet. Agree, then send it again.",
  },
  otherFile: {
    title: (p: { name: string }) => `I cannot read ${p.name}`,
    body: "You can drop a table (CSV or JSON) to import it, a call’s transcript or recording to go through it, a picture of a business licence to read it, or a voice note instead of typing. The file is deleted.",
  },
};
