// A model's reading beside ours, on the card of an update, in English.
export const secondReading = {
  waiting: (p: { model: string }) =>
    `${p.model} reads it too; this card changes once when it is done.`,
  silent: (p: { model: string }) => `${p.model} gave no usable reading: this one is ours alone.`,
  nothingOpen: (p: { model: string }) => `${p.model} read it too and adds nothing.`,
  agreed: "  ✓ both readings",
  title: (p: { model: string }) => `${p.model} reads this differently. Choose:`,
  differs: (p: { field: string; ours: string; theirs: string; model: string }) =>
    `${p.field}: we read ${p.ours}, ${p.model} reads ${p.theirs}`,
  onlyModel: (p: { field: string; theirs: string; model: string }) =>
    `${p.field}: only ${p.model} reads ${p.theirs}`,
  leftOut: "What you do not choose is not written.",
  leftOutMore: "What you do not choose is not written. The other fields are under “Correct …”.",
  choose: (p: { field: string; value: string }) => `${p.field}: ${p.value}`,
  offer: (p: { model: string }) => `Let ${p.model} read it too`,
  offerConfirm: (p: { endpoint: string; model: string }) =>
    `From now on the words of your updates, the day and your time zone go to ${p.endpoint} (${p.model}). You see where it reads differently, and choose. Take it back any time under “privacy”.`,
};
