import { commonProblem } from '../settings/texts.ts';

export const photoTexts = {
  choose: 'Choose a picture',
  another: 'Choose another',
  remove: 'Take it away',
  unreadable: 'This is no picture that can be read. Take a PNG, JPEG, GIF or WebP.',
  preview: 'What will be seen',
  zoom: 'Size',
  across: 'Left to right',
  down: 'Up and down',
  cancel: 'Cancel',
  save: 'Use this',
} as const;

const known: Readonly<Record<string, string>> = {
  bad_image: photoTexts.unreadable,
  too_large: 'The picture has too many pixels. Take a smaller one.',
  too_many_frames: 'It moves for too long. Take one with 50 frames or fewer.',
};
export const photoProblem = (error: string): string => known[error] ?? commonProblem(error);
