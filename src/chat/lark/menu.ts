// The bot's menu, which stands in for a home page: Lark has none. What an entry says is what could be typed.

/** Features > Bot > Custom menu: each with the key to enter there and the words it stands for. */
export const menu = [
  { key: "my_leads", name: { en: "My leads", zh: "我的线索" }, says: "my leads" },
  { key: "home", name: { en: "Today", zh: "今日待办" }, says: "home" },
  { key: "log_update", name: { en: "Log an update", zh: "记跟进" }, says: "note" },
  { key: "new_lead", name: { en: "New lead", zh: "新线索" }, says: "new lead" },
  { key: "team_leads", name: { en: "Team leads", zh: "团队线索" }, says: "team leads" },
  { key: "privacy", name: { en: "Privacy", zh: "隐私" }, says: "privacy" },
  { key: "help", name: { en: "Help", zh: "帮助" }, says: "help" },
] as const;

/** The words behind a key; of an entry the operator made up, or named by its title, the key itself, "_" for a space. */
export function wordsOfMenu(key: string): string {
  const entry = menu.find(({ key: ours, name }) =>
    [ours, name.en, name.zh].some((one) => one === key),
  );
  return entry?.says ?? key.replaceAll("_", " ");
}
