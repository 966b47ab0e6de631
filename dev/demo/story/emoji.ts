/** Custom emoji, a letter for each pixel: 16 by 16. A dot is nothing. */
export interface DrawnEmoji {
  readonly name: string;
  readonly rows: readonly string[];
}

export const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  w: [250, 250, 245],
  r: [214, 69, 65],
  y: [250, 200, 60],
  n: [30, 50, 80],
  b: [70, 140, 200],
  g: [120, 120, 120],
};

/** The team's lighthouse, and their ferry. */
export const emoji: readonly DrawnEmoji[] = [
  {
    name: 'skerry-light',
    rows: [
      '.......nn.......',
      '......nnnn......',
      'y....nyyyyn....y',
      '.yy..nyyyyn..yy.',
      '...y.nyyyyn.y...',
      '.....nnnnnn.....',
      '......wwww......',
      '......rrrr......',
      '......wwww......',
      '.....rrrrrr.....',
      '.....wwwwww.....',
      '.....rrrrrr.....',
      '....wwwwwwww....',
      '...gggggggggg...',
      'bbgggggggggggbbb',
      'bbbbbbbbbbbbbbbb',
    ],
  },
  {
    name: 'fat-mast',
    rows: [
      '.......rr.......',
      '.......rrr......',
      '.......nn.......',
      '.......nn.......',
      '.......nnn......',
      '......wnnww.....',
      '.....wwnnwww....',
      '....wwwnnwwww...',
      '.......nn.......',
      '...wwwwwwwwww...',
      '...wnwnwnwnww...',
      'rrrrrrrrrrrrrrrr',
      '.nnnnnnnnnnnnnn.',
      '..nnnnnnnnnnnn..',
      'bb.bbb.bbb.bbb.b',
      'bbbbbbbbbbbbbbbb',
    ],
  },
];
