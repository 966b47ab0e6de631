const tooLongHeader = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
/** What is wrong beside the text, in a call that is right otherwise. */
export const badContent = {
  invalid_blocks: { blocks: tooLongHeader },
  invalid_blocks_format: { blocks: '{"type":' },
  invalid_attachments: { attachments: [7] },
  too_many_attachments: { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
  invalid_metadata_format: { metadata: 'none' },
  invalid_metadata_schema: { metadata: { event_type: 'x' } },
  metadata_too_large: { metadata: { event_type: 'x', event_payload: { x: 'x'.repeat(16_001) } } },
};
