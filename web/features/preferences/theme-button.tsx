import { useStore } from '@nanostores/react';
import Contrast from 'icon:contrast';
import Moon from 'icon:moon';
import Sun from 'icon:sun';
import { $theme, setTheme } from '../../store/preferences.ts';
import type { Theme } from '../../store/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { preferenceTexts } from './texts.ts';

const pictures = { system: Contrast, light: Sun, dark: Moon };
const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

/** System, light, dark, and round again. */
export function ThemeButton() {
  const now = useStore($theme);
  return (
    <IconButton
      icon={pictures[now]}
      label={preferenceTexts.themeNow(preferenceTexts.themes[now])}
      onClick={() => setTheme(next[now])}
    />
  );
}
