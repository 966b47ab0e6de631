import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { HouseOptions } from './house-options.ts';

/**
 * The process of one house: raw Miniflare, so one workerd without wrangler's proxy, on a fixed port. It leads a
 * process group, which a crash test kills as a whole; options come from its parent, and so does its end.
 */
process.once('message', (options) => {
  start(options as HouseOptions).then(
    () => process.send?.('ready'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// The parent is gone: 0 names our own group.
process.once('disconnect', () => process.kill(0, 'SIGKILL'));

async function start({
  script,
  around,
  client,
  port,
  dataDir,
  configuration,
  bindings,
}: HouseOptions): Promise<void> {
  const house = new Miniflare(
    convertV4MiniflareOptions({
      name: configuration.name,
      host: '127.0.0.1',
      port,
      modules: [
        ...(around === undefined ? [] : [{ type: 'ESModule' as const, path: 'around.js', contents: around }]),
        { type: 'ESModule', path: 'worker.js', contents: script },
      ],
      compatibilityDate: configuration.compatibilityDate,
      compatibilityFlags: configuration.compatibilityFlags,
      durableObjects: Object.fromEntries(
        Object.entries(configuration.objects).map(([name, className]) => [
          name,
          { className, useSQLite: true },
        ]),
      ),
      r2Buckets: configuration.buckets,
      ...(configuration.images === undefined ? {} : { images: { binding: configuration.images } }),
      bindings: { ...configuration.vars, ...bindings },
      // As wrangler.toml has it.
      ...(client === undefined
        ? {}
        : {
            assets: {
              directory: client,
              binding: 'ASSETS',
              run_worker_first: true,
              routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
              assetConfig: { html_handling: 'none', not_found_handling: 'none' },
            },
          }),
      resourcePersistencePath: dataDir,
      cf: false,
      log: new Log(LogLevel.WARN),
      telemetry: { enabled: false },
    }),
  );
  process.once('SIGTERM', () => {
    void house.dispose().finally(() => process.exit(0));
  });
  await house.ready;
}
