import { useStore } from '@nanostores/react';
import { $density, $theme, setDensity, setTheme } from '../../store/preferences.ts';
import { Segments } from '../../ui/segments.tsx';
import { preferenceTexts } from './texts.ts';

export function PreferenceFields() {
  const theme = useStore($theme);
  const density = useStore($density);
  const { themes, densities } = preferenceTexts;
  return (
    <>
      <Segments
        label={preferenceTexts.theme}
        value={theme}
        onChange={setTheme}
        options={[
          ['system', themes.system],
          ['light', themes.light],
          ['dark', themes.dark],
        ]}
      />
      <Segments
        label={preferenceTexts.density}
        value={density}
        onChange={setDensity}
        options={[
          ['comfortable', densities.comfortable],
          ['compact', densities.compact],
        ]}
      />
    </>
  );
}
