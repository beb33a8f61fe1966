// A contact who turns out to be two people, in English.
type Names = { name: string; other: string };

export const split = {
  button: (p: { name: string }) => `Part of this is not ${p.name}`,
  title: (p: { name: string }) => `Which part of ${p.name} is somebody else?`,
  summary: "A contact may be two people.",
  theirs: "What belongs to the other person",
  name: "Name of the other person",
  reason: "How you know",
  submit: "Make them two",
  stays:
    "What you choose moves to a new contact at the same company, with everything that was done under it. Leads, deals and notes stay, and so does what was recorded for this contact by name.",
  nothing: "No address, visitor or outside id is known for this contact: there is nothing to move.",
  chooseOne: "Choose at least one.",
  nameless: "Say what the other person is called.",
  nameLong: (p: { max: number }) => `At most ${p.max} characters.`,
  reasonless: "Say how you know: whoever looks at this later will ask.",
  reasonLong: (p: { max: number }) => `At most ${p.max} characters.`,
  whom: "Say whom: “split NAME”.",
  unknown: (p: { name: string }) => `None of your contacts is called “${p.name}”.`,
  forbidden: "This contact is not yours to split. Ask whoever has the lead, or your manager.",
  invalid: "The data contracts refuse this contact. Nothing was changed.",
  done: (p: Names) => `Two people now: ${p.name} and ${p.other}`,
  moved: (p: Names & { visitors: number }) =>
    `${p.other} has ${p.visitors} visitor${p.visitors === 1 ? "" : "s"} of ${p.name}, and what you chose besides. Undo puts everything back.`,
  undone: (p: Names) => `One again: ${p.other} is part of ${p.name}`,
};
