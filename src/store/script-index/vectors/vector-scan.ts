// The similarity of a query to every row of a list, exactly. In WebAssembly, because JavaScript has no SIMD: that is
// what makes an exact scan beat a graph with a filter (`bench retrieval`).
import { kernelCode } from "./vector-kernel.ts";

/** Vectors that can be compared with a query. */
export type VectorScan = {
  /** The inner product with each of `rows`, in their order; the view is overwritten by the next call. */
  compare(query: Float32Array, rows: Uint32Array): Float32Array;
};

type Kernel = (
  rows: number,
  end: number,
  query: number,
  vectors: number,
  out: number,
  stride: number,
) => void;

const pageBytes = 65_536;
/** Eight numbers: what one turn of the kernel's loop takes. */
const step = 8;

/** Copies vectors, `dimensions` numbers each, to where they can be compared. */
export function createVectorScan(vectors: Float32Array, dimensions: number): VectorScan {
  const count = dimensions === 0 ? 0 : vectors.length / dimensions;
  const width = Math.ceil(dimensions / step) * step;
  const stride = width * 4;
  const queryAt = count * stride;
  const rowsAt = queryAt + stride;
  const outAt = rowsAt + count * 4;
  const pages = Math.ceil((outAt + count * 4) / pageBytes) || 1;
  const memory = new WebAssembly.Memory({ initial: pages });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelCode()), {
    ringside: { memory },
  });
  const kernel = exports.compare as Kernel;
  const space = new Float32Array(memory.buffer, 0, count * width);
  for (let row = 0; row < count; row += 1) {
    space.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), row * width);
  }
  const queryView = new Float32Array(memory.buffer, queryAt, width);
  const rowsView = new Uint32Array(memory.buffer, rowsAt, count);
  return {
    compare(query, rows) {
      queryView.set(query);
      rowsView.set(rows);
      kernel(rowsAt, rowsAt + rows.length * 4, queryAt, 0, outAt, stride);
      return new Float32Array(memory.buffer, outAt, rows.length);
    },
  };
}
