import { useStore } from '@nanostores/react';
import { $skinTone, setSkinTone } from './skin-tone.ts';
import type { SkinTone } from './skin-tone.ts';
import css from './emoji-picker.module.css';
import { emojiTexts } from './texts.ts';

const hands = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];
const next = (tone: SkinTone): SkinTone => (tone === 6 ? 1 : ((tone + 1) as SkinTone));

/** One hand: a press takes the next tone, for all that have one. */
export function TonePicker() {
  const tone = useStore($skinTone);
  return (
    <button
      type="button"
      className={css.tone}
      aria-label={`${emojiTexts.tone}: ${emojiTexts.tones[tone - 1] ?? ''}`}
      title={emojiTexts.tone}
      onClick={() => setSkinTone(next(tone))}
    >
      {hands[tone - 1]}
    </button>
  );
}
