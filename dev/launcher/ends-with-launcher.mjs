/**
 * Loaded ahead of what watches the client's sources (`--import`): ends it when the launcher is gone, since SIGKILL
 * passes nothing on.
 */
process.on('disconnect', () => process.exit(1));
// Listening must not keep a build alive that is done.
process.channel?.unref();
