// Types for echarts' single file: it has none of its own.
declare module "echarts/dist/echarts.esm.min.mjs" {
  export * from "echarts";
}
