package dev.wakeful.benchmarks.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report for machines. */
public final class ReportJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    public static String print(Report report) {
        return MAPPER.writeValueAsString(report);
    }
}
