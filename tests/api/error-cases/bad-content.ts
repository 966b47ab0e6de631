const tooLongHeader = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
/** What is wrong beside the text, in a call that is right otherwise. */
const worded = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(length) } });
export const badContent = {
  msg_blocks_too_long: { blocks: Array.from({ length: 40 }, () => worded(2_600)) },
  attachment_payload_limit_exceeded: {
    attachments: Array.from({ length: 50 }, () => ({ text: 'x'.repeat(2_100) })),
  },
  invalid_blocks: { blocks: tooLongHeader },
  invalid_blocks_format: { blocks: '{"type":' },
  invalid_attachments: { attachments: [7] },
  too_many_attachments: { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
  invalid_metadata_format: { metadata: 'none' },
  invalid_metadata_schema: { metadata: { event_type: 'x' } },
  metadata_too_large: { metadata: { event_type: 'x', event_payload: { x: 'x'.repeat(16_001) } } },
};
