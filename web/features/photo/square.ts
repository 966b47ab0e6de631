export interface View {
  /** 1: as large a square as fits. */
  readonly zoom: number;
  /** Where the square lies in what is left: 0 at the start, 1 at the end. */
  readonly across: number;
  readonly down: number;
}
export const wholeView: View = { zoom: 1, across: 0.5, down: 0.5 };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that is kept. */
export function squareOf({ width, height }: Size, { zoom, across, down }: View) {
  const side = Math.min(width, height) / zoom;
  return { left: (width - side) * across, top: (height - side) * down, side };
}

/** Dragged by so many parts of the square’s side: the picture follows the pointer. */
export function dragged(size: Size, view: View, byAcross: number, byDown: number): View {
  const { side } = squareOf(size, view);
  const move = (at: number, by: number, length: number): number =>
    length <= side ? at : Math.min(1, Math.max(0, at - (by * side) / (length - side)));
  return {
    ...view,
    across: move(view.across, byAcross, size.width),
    down: move(view.down, byDown, size.height),
  };
}
