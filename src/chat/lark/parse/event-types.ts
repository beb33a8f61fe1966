// The events of Lark that we read; manifest.ts tells the operator to tick exactly these.

/** Each by what it means to us. */
export const eventTypes = {
  message: "im.message.receive_v1",
  press: "card.action.trigger",
  menu: "application.bot.menu_v6",
  entered: "im.chat.access_event.bot_p2p_chat_entered_v1",
  added: "im.chat.member.bot.added_v1",
  task: "task.task.updated_v1",
} as const;
