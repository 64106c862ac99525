package dev.wakeful.budget.gateway;

/** The APIs as their clients call them. */
enum Api {
    MESSAGES("/v1/messages", "", "x-api-key", "claude-test", """
            {"model":"claude-test","stream":%s,"max_tokens":100,"messages":[{"role":"user","content":"hé"}]}"""),
    RESPONSES("/v1/responses", "", "Authorization", "gpt-test", """
            {"model":"gpt-test","stream":%s,"max_output_tokens":100,"input":"hé"}"""),
    CHAT("/v1/chat/completions", "", "Authorization", "gpt-test", """
            {"model":"gpt-test","stream":%s,"max_tokens":100,"messages":[{"role":"user","content":"hé"}]}"""),
    GEMINI("/v1beta/models/gemini-test:", "?alt=sse", "x-goog-api-key", "gemini-test", """
            {"generationConfig":{"maxOutputTokens":100},"contents":[{"parts":[{"text":"hé"}]}]}""");

    private final String path;
    private final String streamQuery;
    final String keyHeader;
    final String model;
    private final String body;

    Api(String path, String streamQuery, String keyHeader, String model, String body) {
        this.path = path;
        this.streamQuery = streamQuery;
        this.keyHeader = keyHeader;
        this.model = model;
        this.body = body;
    }

    String path(boolean streaming) {
        return this == GEMINI ? path + (streaming ? "streamGenerateContent" + streamQuery : "generateContent") : path;
    }

    String body(boolean streaming) {
        return this == GEMINI ? body : body.formatted(streaming);
    }

    String keyValue(String key) {
        return keyHeader.equals("Authorization") ? "Bearer " + key : key;
    }
}
