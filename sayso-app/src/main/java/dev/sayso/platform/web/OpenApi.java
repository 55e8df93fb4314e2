package dev.sayso.platform.web;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The OpenAPI document: routes and parameters as the handlers have them, the bodies as the contract
 * has them in {@code openapi/contract.json}, since the handlers read and write them by the
 * contract's codec.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApi {
    /** Which of the contract's schemas a handler takes and gives. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Bodies {
        String takes() default "";

        String gives() default "";

        /** The status of its success. */
        String as() default "200";
    }

    @Bean
    GlobalOpenApiCustomizer contract() {
        return api -> {
            api.info(
                    new Info()
                            .title("Sayso")
                            .version("1")
                            .description("A subscription tracker one talks to."));
            api.schemaRequirement(
                    "token",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .description(
                                    "./sayso account add NAME prints one. On the machine itself"
                                            + " none is needed, while nothing else reaches it."));
            api.addSecurityItem(new SecurityRequirement().addList("token"));
            api.addSecurityItem(new SecurityRequirement());
            schemas().forEach((name, schema) -> api.schema(name, schema));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(
                            operation ->
                                    operation.getResponses().addApiResponse("default", problem()));
        };
    }

    @Bean
    GlobalOperationCustomizer bodies() {
        return (operation, handler) -> {
            var bodies = handler.getMethodAnnotation(Bodies.class);
            if (bodies == null) {
                return operation;
            }
            if (!bodies.takes().isEmpty()) {
                operation.requestBody(
                        new RequestBody()
                                .required(true)
                                .content(json("application/json", bodies.takes())));
            }
            operation.getResponses().clear();
            var response = new ApiResponse().description("done");
            operation
                    .getResponses()
                    .addApiResponse(
                            bodies.as(),
                            bodies.gives().isEmpty()
                                    ? response
                                    : response.content(json("application/json", bodies.gives())));
            return operation;
        };
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("what was wrong with it")
                .content(json("application/problem+json", "Problem"));
    }

    private static Content json(String type, String schema) {
        return new Content()
                .addMediaType(
                        type,
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static Map<String, Schema<?>> schemas() {
        try (var file = new ClassPathResource("openapi/contract.json").getInputStream()) {
            var components =
                    "{\"components\": {\"schemas\": "
                            + new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            + "}}";
            var reading = Json31.mapper().readValue(components, OpenAPI.class);
            var schemas = new LinkedHashMap<String, Schema<?>>();
            reading.getComponents()
                    .getSchemas()
                    .forEach((name, schema) -> schemas.put(name, schema));
            return schemas;
        } catch (IOException e) {
            throw new IllegalStateException("openapi/contract.json cannot be read", e);
        }
    }
}
