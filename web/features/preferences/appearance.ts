import { $density, $theme } from '../../store/preferences.ts';

/**
 * Puts the device's theme and density on <html>, and keeps them there; web/public/static/appearance.js has done the
 * same before the first paint.
 */
export function followAppearance(): void {
  const { dataset } = document.documentElement;
  $theme.subscribe((theme) => {
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  });
  $density.subscribe((density) => {
    if (density === 'compact') dataset['density'] = density;
    else delete dataset['density'];
  });
}
