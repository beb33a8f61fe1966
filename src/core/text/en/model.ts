// What leaves for a chat model, in English.
export const model = {
  none: "No chat model is connected: what you say in practice stays on this machine.",
  customer: (p: { model: string; endpoint: string }) =>
    `If you agree to it, while you practise the scenario, what you and the customer say, and the customer's mood go to ${p.endpoint} (${p.model}), which words the customer's answers.`,
  judge: (p: { endpoint: string }) =>
    `If you agree to it, after a practice what was said and the rubric's checks go to ${p.endpoint} for a second opinion beside your score.`,
  updates: (p: { model: string; endpoint: string }) =>
    `If you agree to it, the words of your updates, the day and your time zone go to ${p.endpoint} (${p.model}), which reads them beside us. You choose where it reads differently.`,
  never:
    "Your name, your scores, and records of customers are not sent. What you yourself say in practice, or in an update you agreed to send, is.",
};
