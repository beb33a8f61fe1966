// Files: what people sent, fetched; pictures for cards, uploaded.
import { Readable } from "node:stream";
import type { Client } from "@larksuiteoapi/node-sdk";
import { Refused } from "../../../core/errors.ts";
import type { LarkClient } from "../client.ts";
import { limits } from "../limits.ts";
import { type Answer, type Call, rethrow } from "./call.ts";
import { LarkFault } from "./failures.ts";

/** The calls of LarkClient that move bytes. */
export function createFileCalls(
  sdk: Client,
  call: Call,
): Pick<LarkClient, "download" | "uploadImage" | "uploadFile"> {
  const { messageResource } = sdk.im.v1;
  return {
    async download({ messageId, fileKey, type }) {
      const request = { path: { message_id: messageId, file_key: fileKey }, params: { type } };
      const file = await messageResource.get(request).catch(rethrow);
      const headers = file.headers as Record<string, unknown>;
      const stream = file.getReadableStream() as Readable;
      const bytes = await readAll(stream);
      if (Number(headers["x-status"]) >= 400) throw toFault(bytes);
      const [mediaType = ""] = String(headers["content-type"] ?? "").split(";");
      return { bytes, mediaType: mediaType.trim() };
    },
    async uploadImage(bytes) {
      // The SDK's own call loses the code of a refusal.
      const answer = await call(() =>
        sdk.request<Answer & { data?: { image_key?: string } }>({
          method: "POST",
          url: "/open-apis/im/v1/images",
          headers: { "Content-Type": "multipart/form-data" },
          data: { image_type: "message", image: Buffer.from(bytes) },
        }),
      );
      return answer.data?.image_key ?? "";
    },
    async uploadFile({ name, bytes }) {
      const answer = await call(() =>
        sdk.request<Answer & { data?: { file_key?: string } }>({
          method: "POST",
          url: "/open-apis/im/v1/files",
          headers: { "Content-Type": "multipart/form-data" },
          data: { file_type: "stream", file_name: name, file: Buffer.from(bytes) },
        }),
      );
      return answer.data?.file_key ?? "";
    },
  };
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timeout = AbortSignal.timeout(120_000);
  for await (const chunk of Readable.from(stream, { signal: timeout })) {
    size += (chunk as Buffer).byteLength;
    if (size > limits.download) {
      stream.destroy();
      throw new Refused("lark.file-too-big", `A file is larger than ${limits.download} bytes.`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function toFault(body: Uint8Array): LarkFault {
  try {
    const { code, msg } = JSON.parse(Buffer.from(body).toString()) as {
      code?: number;
      msg?: string;
    };
    return new LarkFault(code ?? -1, { message: msg ?? "" });
  } catch {
    return new LarkFault(-1);
  }
}
