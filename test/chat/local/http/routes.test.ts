import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../../src/chat/local/limits.ts";
import { evil } from "../evil-card.ts";
import { assignmentCard } from "../sample-cards.ts";
import { openSite, ownHeaders, type Site } from "../site.ts";
import type { World } from "../world.ts";

let site: Site;
let world: World;
beforeEach(async () => {
  site = await openSite();
  world = site.world;
});
afterEach(() => world.close());

describe("the page", () => {
  it("begins with the first person", async () => {
    const answer = await site.get("/");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/as/per_ana");
  });

  it("says when nobody is here yet", async () => {
    await world.records.write(async (unit) => {
      const everybody = await unit.people.find({});
      await unit.putRecords(
        "person",
        everybody.map((one) => ({ ...one, active: false })),
      );
    });
    const answer = await site.get("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Nobody is here yet");
  });

  it("is in the person's language", async () => {
    const ana = await (await site.get("/as/per_ana")).text();
    expect(ana).toContain('<html lang="en">');
    expect(ana).toContain("You are Ana Ruiz");
    const li = await (await site.get("/as/per_li")).text();
    expect(li).toContain('<html lang="zh-CN">');
    expect(li).toContain("当前身份：李娜");
    expect(li).toContain("其他人");
  });

  it("shows who is here, featured first, and what is new for them", async () => {
    await world.post("per_li", assignmentCard("zh"));
    const html = await (await site.get("/as/per_ana")).text();
    const names = [...html.matchAll(/class="person-name">([^<]*)</g)].map(([, name]) => name);
    expect(names).toEqual(["Ana Ruiz", "李娜", "Ben Okafor", "Bo Lindqvist", "Mira Novak"]);
    expect(html).toMatch(/id="unread-per_li"><span aria-hidden="true">1</);
    await site.get("/as/per_li");
    expect(await (await site.get("/as/per_ana")).text()).toContain('id="unread-per_li"></span>');
  });

  it.each(["/as/per_nobody", "/as/per_gone", "/as/%3Cscript%3E", "/as/per_nobody/earlier"])(
    "has a sentence for the unknown person %s",
    async (path) => {
      const answer = await site.get(path);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain("nobody here under this address");
      expect(html).not.toContain("<script>");
    },
  );

  it("shows messages of several days, and the earlier ones on request", async () => {
    for (let n = 0; n <= limits.transcript; n++) await world.chat.say("per_ana", `line ${n}.`);
    const html = await (await site.get("/as/per_ana")).text();
    expect(html).not.toContain("line 0.");
    expect(html).toContain("line 1.");
    expect(html.match(/class="day"/g)).toHaveLength(1);
    const earlier = /hx-get="([^"]+)"/.exec(html)?.[1] ?? "";
    const before = await (await site.get(earlier)).text();
    expect(before).toContain("line 0.");
    expect(before).not.toContain("line 1.");
    expect(before).not.toContain("hx-get");
  });

  it("escapes what people say and what files are called", async () => {
    await world.chat.say("per_ana", evil);
    const bytes = new Uint8Array([1]);
    await world.chat.drop("per_ana", { name: evil, mediaType: "text/html", bytes }, "");
    const html = await (await site.get("/as/per_ana")).text();
    expect(html).not.toContain("<img src=x");
    expect(html.match(/&lt;img src=x/g)).toHaveLength(2);
  });

  it("serves its own files and no others", async () => {
    for (const name of ["htmx.js", "sse.js", "requests.js", "base.css", "icon.svg"]) {
      expect((await site.get(`/static/${name}`)).status).toBe(200);
    }
    for (const name of ["routes.ts", "..%2Froutes.ts", "constructor", "__proto__", ""]) {
      expect((await site.get(`/static/${name}`)).status).toBe(404);
    }
  });
});

describe("files", () => {
  it("are dropped with words, the words going with the first", async () => {
    const answer = await site.post("/as/per_ana/say", [
      ["text", "both lists"],
      ["key", "k-1"],
      ["files", new File(["a"], "a.csv", { type: "text/csv" })],
      ["files", new File(["b"], "b.wav")],
    ]);
    expect(answer.status).toBe(204);
    expect(world.events).toMatchObject([
      { kind: "file", name: "a.csv", text: "both lists", key: "k-1" },
      { kind: "file", name: "b.wav", text: "", key: "k-1-1" },
    ]);
    const [, second] = await world.records.read.assets.find({}, { order: { by: "id" } });
    expect(second?.mediaType).toBe("audio/wav");
  });

  it("over the limit are refused in the person's language, before they are read", async () => {
    const headers = { ...ownHeaders, "hx-request": "true" };
    const small = new FormData();
    small.append("text", "x");
    const announced = await site.app.request("/as/per_li/say", {
      method: "POST",
      body: small,
      headers: { ...headers, "content-length": `${limits.upload * 2}` },
    });
    expect(announced.status).toBe(413);
    expect(await announced.text()).toContain("上限是 20 MB");
    const big = new File([new Uint8Array(limits.upload + 1)], "big.bin");
    const sent = await site.post(
      "/as/per_ana/say",
      [
        ["key", "k-1"],
        ["files", big],
      ],
      { "hx-request": "true" },
    );
    expect(sent.status).toBe(413);
    expect(await sent.text()).toContain("the limit is 20 MB");
    expect(world.events).toEqual([]);
  });

  it("come back as downloads, and only plain pictures open in place", async () => {
    const keep = (name: string, mediaType: string) =>
      world.chat.attach("per_ana", { name, mediaType, bytes: new TextEncoder().encode("<b>hi") });
    const page = await site.get(`/assets/${(await keep('报价 "1"\r\n.html', "text/html")).id}`);
    expect(page.headers.get("content-type")).toBe("application/octet-stream");
    expect(page.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%20%221%22%0D%0A.html",
    );
    expect(page.headers.get("content-security-policy")).toContain("sandbox");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await page.text()).toBe("<b>hi");
    const picture = await site.get(`/assets/${(await keep("a.png", "image/png")).id}`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(picture.headers.get("content-disposition")).toContain("inline");
    const drawing = await site.get(`/assets/${(await keep("a.svg", "image/svg+xml")).id}`);
    expect(drawing.headers.get("content-type")).toBe("application/octet-stream");
    expect((await site.get("/assets/ast_none")).status).toBe(404);
  });
});
