// What web/features/preferences/appearance.ts keeps, put on <html> before anything is painted; and which frame it is in
// that the page will be drawn (web/ui/frame.css).
(function () {
  if (location.pathname.startsWith('/w/T')) document.documentElement.dataset.place = 'room';
  try {
    const root = document.documentElement.dataset;
    const theme = localStorage.getItem('edgewise:theme');
    const density = localStorage.getItem('edgewise:density');
    if (theme === 'light' || theme === 'dark') {
      root.theme = theme;
      for (const meta of document.querySelectorAll('meta[data-of]'))
        meta.media = meta.getAttribute('data-of') === theme ? 'all' : 'not all';
    }
    if (density === 'compact') root.density = density;
  } catch {
    // No storage: the system's theme it is.
  }
})();
