// A newcomer's first day, in English.
export const firstDay = {
  title: (p: { name: string }) => `Day one, ${p.name}`,
  summary: (p: { count: number }) =>
    p.count === 1
      ? "Your first day: a customer, a practice, and what to say"
      : `Your first day: ${p.count} customers, a practice for each, and what to say`,
  waiting: "Your first day: no customer is yours yet",
  none: "No customer is yours yet. As soon as one is, this card comes again with a practice for each and what to say to them. Until then you can look into the pool or practise.",
  customers: (p: { count: number }) =>
    p.count === 1 ? "Your customer" : `Your ${p.count} customers, best fit first`,
  expect: (p: { tactic: string }) => `From what they said or did, expect: ${p.tactic}`,
  usual: (p: { tactic: string }) => `Customers of their trade often begin with: ${p.tactic}`,
  raises: (p: { title: string }) => `Practice with exactly that: ${p.title}`,
  near: (p: { title: string }) => `A practice of their trade: ${p.title}`,
  practise: (p: { number: number }) => `Practise for ${p.number}`,
  scripts: (p: { count: number }) => `${p.count} lines for work like yours`,
  reading:
    "The library is still being read: say “day one” again in a minute for the practice and lines that are missing.",
  buddy: (p: { name: string }) => `Ask ${p.name}: your buddy`,
  because: (p: { trade: string | null }) =>
    p.trade
      ? `They know customers like yours (${p.trade}) and said that newcomers may ask them.`
      : "They know customers like yours and said that newcomers may ask them.",
  again: "“day one” shows this again.",
  toBuddy: (p: { name: string }) => `${p.name} starts today, and you are their buddy`,
  buddyAbout:
    "They have customers like those you know. Say hello; their first card names you as the one to ask. “privacy” takes you off the list of buddies again.",
  toManager: (p: { name: string; day: string; customers: number }) =>
    p.customers === 0
      ? `${p.name} started on ${p.day} and had no customer yet`
      : `${p.name} started on ${p.day} with ${p.customers} ${p.customers === 1 ? "customer" : "customers"}`,
  managerAbout: (p: { customers: string | null; buddy: string | null }) =>
    [
      p.customers
        ? `Customers: ${p.customers}.`
        : "Nothing was assigned to them yet. “team leads” shows what could be.",
      p.buddy
        ? `Buddy: ${p.buddy}.`
        : "No buddy: nobody who agreed knows such customers. Anybody can agree under “privacy”.",
    ].join(" "),
  and: ", ",
};
