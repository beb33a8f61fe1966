// How to create the app in Lark's developer console: words for `manifest lark` and `doctor --live`.
export const larkSetup = {
  steps: {
    create: {
      where: "Create Custom App",
      what: "Create an app for your organisation. App ID and App Secret are under Credentials & Basic Info: put them into .env as LARK_APP_ID and LARK_APP_SECRET.",
    },
    bot: { where: "Add Features", what: "Add the bot." },
    permissions: {
      where: "Permissions & Scopes",
      what: "Add the permissions below: one by one, or by Batch import with the JSON at the end.",
    },
    range: {
      where: "Permissions & Scopes > Data permissions",
      what: "Contacts range: everybody who is to use Ringside. Whoever is outside it cannot be recognised.",
    },
    first: {
      where: "Version Management & Release",
      what: "Create a version, make it available to the same people, and publish it: the bot exists from then on.",
    },
    run: {
      where: "Here",
      what: "npm start, and leave it running: the console saves the persistent connection only while the app is connected.",
    },
    runHttp: {
      where: "Here",
      what: "Take Encrypt Key and Verification Token from Events & Callbacks > Encryption Strategy into .env as LARK_ENCRYPT_KEY and LARK_VERIFICATION_TOKEN, then npm start: the console checks the address when it is saved.",
    },
    events: {
      where: "Events & Callbacks > Event Configuration",
      what: "Receive events through persistent connection; add the events.",
    },
    callbacks: {
      where: "Events & Callbacks > Callback Configuration",
      what: "Receive callbacks through persistent connection; add the callback.",
    },
    eventsHttp: (p: { address: string }) => ({
      where: "Events & Callbacks > Event Configuration",
      what: `Send events to developer's server: ${p.address}; add the events.`,
    }),
    callbacksHttp: (p: { address: string }) => ({
      where: "Events & Callbacks > Callback Configuration",
      what: `Send callbacks to developer's server: ${p.address}; add the callback.`,
    }),
    release: {
      where: "Version Management & Release",
      what: "Publish a second version: events and callbacks work from then on, and every later change only once a new version is out.",
    },
    check: { where: "Here", what: "npm run -s ringside -- doctor --live" },
  },
  step: (p: { number: number; where: string; what: string }) =>
    `${p.number}. ${p.where}: ${p.what}`,
  heads: {
    permissions: "Permissions",
    events: "Events",
    callbacks: "Callbacks: a page of its own, easily forgotten",
    menu: "Bot menu (optional), under Bot > Custom menu: with the action Push event: event key, name",
    json: "Permissions, for Batch import",
  },
  optional: " (optional)",
  permissions: {
    "im:message:send_as_bot": "sending cards, and answering in groups",
    "im:message:update": "changing a card where it stands",
    "im:message.p2p_msg:readonly": "reading what people write to the bot",
    "im:message:readonly":
      "files, pictures and voice messages that people send, and what they forward",
    "im:message.group_at_msg:readonly": "reading messages in groups that mention the bot",
    "im:chat.members:bot_access": "saying hello in a group it was added to",
    "im:chat.access_event.bot_p2p_chat:read":
      "the greeting when somebody first opens the chat, where the console asks for it",
    "im:resource": "pictures in cards, and files it sends",
    "contact:user.id:readonly": "finding a colleague by e-mail or phone",
    "contact:contact.base:readonly": "reading who wrote",
    "contact:user.email:readonly": "matching people by e-mail",
    "contact:user.phone:readonly": "matching people by phone",
    "contact:user.employee:readonly":
      "matching by the company's mailbox, and knowing who has left or is suspended",
    "task:task:write": "putting an action into somebody's own tasks, moving it and ticking it off",
    "task:task:read": "seeing that somebody ticked such a task off",
    "bitable:app": "a CRM in Bitable (BITABLE_APP_TOKEN)",
  },
  events: {
    message: "what people write and send",
    menu: "presses on the bot's menu",
    entered: "the greeting when somebody first opens the chat",
    added: "the greeting when somebody adds the bot to a group",
    task: "somebody ticks a task off that they put into their list here",
    press: "buttons and forms on cards",
  },
};
