import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { unstable_readConfig } from 'wrangler';
import type { Configuration } from './house-options.ts';

export type ConfigurationFile = 'wrangler.toml' | 'dev/wrangler.toml';

const WranglerConfig = v.object({
  name: v.string(),
  compatibility_date: v.string(),
  compatibility_flags: v.array(v.string()),
  durable_objects: v.object({
    bindings: v.array(v.object({ name: v.string(), class_name: v.string() })),
  }),
  r2_buckets: v.array(v.object({ binding: v.string() })),
  images: v.optional(v.object({ binding: v.string() })),
  vars: v.record(v.string(), v.string()),
});

/** By wrangler's own reader, which knows defaults; it comes without types. */
export function readConfiguration(file: ConfigurationFile): Configuration {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const config = v.parse(WranglerConfig, unstable_readConfig({ config: path }));
  return {
    name: config.name,
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    objects: Object.fromEntries(
      config.durable_objects.bindings.map((binding) => [binding.name, binding.class_name]),
    ),
    buckets: config.r2_buckets.map(({ binding }) => binding),
    ...(config.images === undefined ? {} : { images: config.images.binding }),
    vars: config.vars,
  };
}
