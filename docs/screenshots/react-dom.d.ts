// What the pictures use of react-dom, which brings no types of its own.
declare module "react-dom/server" {
  export function renderToStaticMarkup(element: unknown): string;
}
