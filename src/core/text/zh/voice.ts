// 语音消息与发来的文件（中文）。
import type { voice as english } from "../en/voice.ts";

export const voice: typeof english = {
  listening: "正在听您的语音……",
  heard: "您说的是",
  heardNote: "录音已删除。",
  nothingHeard: "这段录音里没有听到内容。录音已删除，请重说一遍或直接打字。",
  unavailable:
    "语音需要连接语音识别服务，这里还没有连接（由管理员设置 SPEECH_BASE_URL）。录音已删除，请直接打字。",
  failed: "语音识别服务没有响应。录音已删除，请重新发送或直接打字。",
  refused: "语音识别服务无法处理这段录音。录音已删除，请直接打字。管理员可以在日志里查到原因。",
  tooBig: (p) => `录音太长，上限是 ${p.megabytes} MB。录音已删除，请发送短一些的录音或直接打字。`,
  lost: "这段录音已经不在了，请重新发送或直接打字。",
  ask: {
    title: "可以把您的语音转成文字吗？",
    there: (p) => `录音会发送到 ${p.endpoint} 转成文字，然后删除。只保留文字，和您打字一样。`,
    here: "您的聊天软件已经把这段语音转成了文字。只保留文字，和您打字一样。",
    deleted: "您还没有同意，这段录音已经删除。同意之后请再发一次。",
  },
  otherFile: {
    title: (p) => `我读不了 ${p.name}`,
    body: "您可以拖入表格（CSV 或 JSON）来导入，发通话的文字稿或录音来分析，发营业执照照片来识别，或者发语音代替打字。这个文件已删除。",
  },
};
