// 文件为什么无法导入，一句话说明怎么办（中文）。键是 Refused 的代码。
import type { importRefusals as english } from "../en/import-refusals.ts";

export const importRefusals: typeof english = {
  bad_csv: "这个文件不是可读的 CSV，请另存为“CSV UTF-8”后再发。",
  bad_json: "这个文件不是有效的 JSON，请重新导出后再发。",
  encoding_unknown: "文件里的文字无法识别，请另存为“CSV UTF-8”后再发。",
  file_empty: "这是一个空文件。",
  file_unreadable: "文件读取失败，请再发一次。",
  forbidden: "只有主管可以导入文件，请转给您的主管。",
  is_binary: "这不是文本文件，请用 Excel 或 WPS 打开，另存为“CSV UTF-8”后再发。",
  is_excel: "这是 Excel 工作簿，请打开后另存为“CSV UTF-8”再发。",
  is_zip: "这是压缩包，请解压后发里面的 CSV 文件。",
  is_gzip: "这是压缩包，请解压后发里面的 CSV 文件。",
  is_rar: "这是压缩包，请解压后发里面的 CSV 文件。",
  is_7z: "这是压缩包，请解压后发里面的 CSV 文件。",
  is_pdf: "这是 PDF，请从原系统导出 CSV 后再发。",
  is_database: "这是数据库文件，请把表导出为 CSV 后再发。",
  is_parquet: "这是 Parquet 文件，请把表导出为 CSV 后再发。",
  kind_unknown: "从列名看不出这是什么数据，请使用姓名、公司、邮箱、金额、阶段之类的列名。",
  no_rows: "文件只有表头，没有数据行。",
  not_a_file: "这不是可以读取的文件。",
  not_csv: "这更像一段文字而不是表格，请发送每行一条记录的 CSV 文件。",
  quote_open: "文件里有引号没有闭合，请重新另存为 CSV 后再发。",
  wrong_kind: "文件的列与数据类型不符。",
  given_up: "试了八次都没能导完。已导入的会保留，再发一次文件就会接着导。",
  otherwise: "这个文件无法导入，管理员可以在日志里查到原因。",
};
