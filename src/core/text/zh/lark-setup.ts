// 在飞书开发者后台创建应用的步骤：用于 `manifest lark` 和 `doctor --live`（中文）。
import type { larkSetup as english } from "../en/lark-setup.ts";

export const larkSetup: typeof english = {
  steps: {
    create: {
      where: "创建企业自建应用",
      what: "为本企业创建应用。App ID 和 App Secret 在“凭证与基础信息”里，填入 .env 的 LARK_APP_ID 和 LARK_APP_SECRET。",
    },
    bot: { where: "添加应用能力", what: "添加“机器人”。" },
    permissions: {
      where: "权限管理",
      what: "开通下列权限：可以逐项开通，也可以用“批量导入/导出权限”粘贴文末的 JSON。",
    },
    range: {
      where: "权限管理 > 数据权限",
      what: "通讯录权限范围：所有要使用 Ringside 的人。不在范围内的人无法识别身份。",
    },
    first: {
      where: "版本管理与发布",
      what: "创建版本，可用范围选同一批人，然后发布：发布后机器人才真正启用。",
    },
    run: {
      where: "本机",
      what: "执行 npm start 并保持运行：应用处于连接状态时，后台才能保存长连接方式。",
    },
    runHttp: {
      where: "本机",
      what: "在“事件与回调 > 加密策略”取得 Encrypt Key 和 Verification Token，填入 .env 的 LARK_ENCRYPT_KEY 和 LARK_VERIFICATION_TOKEN，再执行 npm start：后台保存地址时会立即校验。",
    },
    events: {
      where: "事件与回调 > 事件配置",
      what: "订阅方式选“使用长连接接收事件”，再添加下列事件。",
    },
    callbacks: {
      where: "事件与回调 > 回调配置",
      what: "订阅方式选“使用长连接接收回调”，再添加下列回调。",
    },
    eventsHttp: (p) => ({
      where: "事件与回调 > 事件配置",
      what: `订阅方式选“将事件发送至开发者服务器”，请求地址填 ${p.address}，再添加下列事件。`,
    }),
    callbacksHttp: (p) => ({
      where: "事件与回调 > 回调配置",
      what: `订阅方式选“将回调发送至开发者服务器”，请求地址填 ${p.address}，再添加下列回调。`,
    }),
    release: {
      where: "版本管理与发布",
      what: "再创建一个版本并发布：事件和回调在发布后才生效；以后每次改动也要重新发布版本。",
    },
    check: { where: "本机", what: "npm run -s ringside -- doctor --live" },
  },
  step: (p) => `${p.number}. ${p.where}：${p.what}`,
  heads: {
    permissions: "权限",
    events: "事件",
    callbacks: "回调（在单独的页签里，容易漏掉）",
    menu: "机器人自定义菜单（可选），在“机器人 > 机器人自定义菜单”，响应动作选“推送事件”：事件标识、名称",
    json: "权限，供批量导入",
  },
  optional: "（可选）",
  permissions: {
    "im:message:send_as_bot": "以应用的身份发消息：发送卡片，在群里回复",
    "im:message:update": "更新消息：卡片原地更新",
    "im:message.p2p_msg:readonly": "读取用户发给机器人的单聊消息：大家写给机器人的内容",
    "im:message:readonly": "获取单聊、群组消息：大家发来的文件、图片、语音和转发的消息",
    "im:message.group_at_msg:readonly": "接收群聊中 @机器人消息事件：群里 @机器人的消息",
    "im:chat.members:bot_access": "订阅机器人进、出群事件：进群时打招呼",
    "im:chat.access_event.bot_p2p_chat:read":
      "查看用户进入单聊事件：有人第一次打开会话时打招呼（后台要求时才需要）",
    "im:resource": "获取与上传图片或文件资源：卡片里的图片，机器人发出的文件",
    "contact:user.id:readonly": "通过手机号或邮箱获取用户 ID：找到同事的账号",
    "contact:contact.base:readonly": "获取通讯录基本信息：认出是谁发的消息",
    "contact:user.email:readonly": "获取用户邮箱信息：按邮箱对应到人",
    "contact:user.phone:readonly": "获取用户手机号：按手机号对应到人",
    "contact:user.employee:readonly":
      "获取用户受雇信息：按企业邮箱对应到人，识别已离职或已停用的账号",
    "task:task:write": "把行动加到本人的任务里，改期和勾选完成",
    "task:task:read": "知道本人勾选了这样的任务",
    "bitable:app": "查看、评论、编辑和管理多维表格：用多维表格作 CRM（BITABLE_APP_TOKEN）",
  },
  events: {
    message: "接收消息：大家写的和发的",
    menu: "机器人自定义菜单事件：点击机器人菜单",
    entered: "用户进入与机器人的会话：第一次打开时打招呼",
    added: "机器人进群：进群时打招呼",
    task: "本人勾选了从这里加到任务列表的任务",
    press: "卡片回传交互：卡片上的按钮和表单",
  },
};
