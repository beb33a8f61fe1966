// 程序得到的回答，以及就此告知人们的话。
import type { Texts } from "../en.ts";

export const api: Texts["api"] = {
  problems: {
    no_key: () => "请向运维人员索取 API 密钥，并以“Authorization: Bearer rsk_…”发送。",
    bad_key: () => "这里没有此 API 密钥。请向运维人员索取 API 密钥。",
    revoked_key: () => "此 API 密钥已被吊销。请向运维人员索取新的密钥。",
    tied_key_gone: () => "此 API 密钥所属的人员或团队已不在。请向运维人员索取其他密钥。",
    missing_scope: ({ scope }) => `此操作需要带有权限 ${scope} 的密钥。请向运维人员索取。`,
    untied_key_only: () => "绑定了人员或团队的密钥不能执行此操作。请向运维人员索取未绑定的密钥。",
    too_fast: ({ seconds }) => `此密钥请求过于频繁。请等待 ${seconds} 秒后再试。`,
    busy: ({ seconds }) => `Ringside 正忙。请在 ${seconds} 秒后重试。`,
    bad_request: ({ wrong }) => `请修正：${wrong}。`,
    bad_cursor: () => "此游标不属于该列表。请原样发送上一页的 `next`，或不要发送。",
    wrong_type: () => "请发送 JSON，并注明“Content-Type: application/json”。",
    bad_json: () => "正文不是 JSON。请发送一份 UTF-8 编码的 JSON。",
    too_large: ({ megabytes }) => `请求超过 ${megabytes} MB。请分批发送。`,
    invalid: ({ wrong }) => `请修正：${wrong}。`,
    contract: () => "数据契约不接受此内容。`errors` 说明了应如何修改。",
    forbidden: () => "此密钥不能修改该记录。请向运维人员索取有此权限的密钥。",
    bad_idempotency_key: () => "Idempotency-Key 应为 1 至 255 个可打印的 ASCII 字符，例如 UUID。",
    idempotency_key_reused: () => "此 Idempotency-Key 已用于另一个请求。新的请求请使用新的值。",
    in_flight: () => "使用此 Idempotency-Key 的第一个请求仍在处理中。请一秒后再问。",
    unknown_reference: ({ field, id }) =>
      `${field}：没有记录 ${id}，或此密钥看不到它。请发送已有记录的 id。`,
    email_taken: ({ email }) => `邮箱为 ${email} 的人员已经存在。`,
    not_yours_to_give: () => "ownerId：此密钥不能把记录交给此人。",
    closed_action: () => "该行动已经结束。请用 GET 查看其结果。",
    bad_snooze: () => "day：请给出明天起、30 天以内的日期。",
    whose_touches: () => "请说明是谁的行为记录：发送 contactId 或 accountId 其中之一。",
    nameless_lead: () => "请至少给出 name、company、email、phone、title 之一。",
    nobodys_touch: () =>
      "who：请用 contactId、email、phone、anonymousId、externalIds 或 domain 说明是谁。",
    empty_change: () => "没有要修改的内容。请至少发送一个字段。",
    webhook_bad_url: () =>
      "url：请给出形如 https://example.com/hooks 的地址，其中不得含用户名或密码。",
    webhook_not_https: () => "url：Webhook 只发往 https 地址。",
    webhook_private: () =>
      "url：该地址属于内部网络。请给出公网地址；运维人员可用 `webhooks add --private` 放行其他地址。",
    webhook_scope: ({ event, scope }) => `events：要接收 ${event}，密钥需要有权限 ${scope}。`,
    too_many_webhooks: ({ most }) => `已有 ${most} 个 Webhook。请先删除一个。`,
    no_such_webhook: () =>
      "没有此 id 的 Webhook，或它由其他密钥创建。GET /api/v1/webhooks 列出您的 Webhook。",
    no_such_lead: () => "没有此 id 的线索。GET /api/v1/leads 列出所有线索。",
    no_such_deal: () => "没有此 id 的商机。GET /api/v1/deals 列出所有商机。",
    no_such_person: () => "没有此 id 的人员。GET /api/v1/people 列出所有人员。",
    no_such_action: () => "没有此 id 的行动。GET /api/v1/actions 列出所有行动。",
    no_such_customer: () => "没有这个客户，或此密钥看不到它。",
    no_such_page: () => "这里什么也没有。/api/v1/openapi.json 列出 API 提供的内容。",
    wrong_method: ({ method, allowed }) => `此处不能使用 ${method}。请使用 ${allowed}。`,
    internal: () => "Ringside 出了问题。运维人员可在日志中查到。",
  },
  and: "；",
  webhooks: {
    off: {
      title: ({ host }) => `发往 ${host} 的 Webhook 已停用`,
      since: "自此未能送达",
      error: "最近一次的情况",
      todo: ({ id }) =>
        `请先修复接收方，然后运行：npm run -s ringside -- webhooks resume --id ${id}。届时会发送积压的事件。`,
    },
  },
};
