import { $density, $theme } from '../../store/preferences.ts';
import type { Theme } from '../../store/preferences.ts';

/**
 * Puts the device's theme and density on <html>, and keeps them there; web/public/static/appearance.js has done the
 * same before the first paint.
 */
export function followAppearance(): void {
  const { dataset } = document.documentElement;
  $theme.subscribe((theme) => {
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    // Of what the browser draws around the page.
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-of]'))
      meta.media = mediaOf(meta.dataset['of'], theme);
  });
  $density.subscribe((density) => {
    if (density === 'compact') dataset['density'] = density;
    else delete dataset['density'];
  });
}

function mediaOf(of: string | undefined, theme: Theme): string {
  if (theme === 'system') return `(prefers-color-scheme: ${of ?? ''})`;
  return of === theme ? 'all' : 'not all';
}
