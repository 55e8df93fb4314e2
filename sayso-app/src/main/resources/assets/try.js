// Shows the OpenAPI document so that one can try it; nothing is asked of another host.
SwaggerUIBundle({
  url: "/v3/api-docs",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  validatorUrl: null,
});
